"""Decision 3/1 of the Conference on Harbour Safety in the five other languages, in our own words."""

from typing import NamedTuple


class Version(NamedTuple):
    """A decision in one language: what stands above it, its title, its preamble, its paragraphs with their labels."""

    report: str
    heading: str
    title: str
    preamble: tuple[str, str]
    labels: tuple[str, ...]
    paragraphs: tuple[str, ...]


LATIN = ("a)", "b)", "c)", "d)", "e)")
LANGUAGES = {
    "fr": Version(
        "Rapport de la Conférence sur la sécurité des ports sur sa troisième session",
        "Décision 3/1",
        "Sécurité du pilotage",
        (
            "La Conférence sur la sécurité des ports,",
            "Rappelant sa décision 1/2, par laquelle elle a créé le Groupe de travail sur le pilotage,",
        ),
        LATIN,
        (
            "A pris note du rapport du Secrétariat sur le pilotage ;",
            "A prié le Secrétariat de recueillir auprès des États, avant le 30 juin 2008, des renseignements sur les "
            "moyens d’embarquement dans leurs ports ;",
            "A invité les États à présenter au Secrétariat leurs rapports sur les accidents de transbordement ;",
            "S’est félicitée de l’offre des pilotes de former ceux des petits ports ;",
            "A prié le Secrétariat de lui faire rapport à sa quatrième session sur ce que ces rapports enseignent.",
        ),
    ),
    "es": Version(
        "Informe de la Conferencia sobre la Seguridad de los Puertos sobre su tercer período de sesiones",
        "Decisión 3/1",
        "Seguridad del practicaje",
        (
            "La Conferencia sobre la Seguridad de los Puertos,",
            "Recordando su decisión 1/2, por la que estableció el Grupo de Trabajo sobre el Practicaje,",
        ),
        LATIN,
        (
            "Tomó nota del informe de la Secretaría sobre el practicaje;",
            "Pidió a la Secretaría que reuniera de los Estados, a más tardar el 30 de junio de 2008, datos sobre los "
            "medios de embarque en sus puertos;",
            "Invitó a los Estados a que presentaran a la Secretaría sus informes sobre accidentes de transbordo;",
            "Acogió con satisfacción el ofrecimiento de los prácticos de capacitar a los de puertos pequeños;",
            "Pidió a la Secretaría que le informara en su cuarto período de sesiones sobre lo que enseñan.",
        ),
    ),
    "ru": Version(
        "Доклад Конференции по безопасности портов о работе ее третьей сессии",
        "Решение 3/1",
        "Безопасность лоцманской проводки",
        (
            "Конференция по безопасности портов,",
            "ссылаясь на свое решение 1/2, которым она учредила Рабочую группу по лоцманской проводке,",
        ),
        ("а)", "b)", "с)", "d)", "е)"),
        (
            "приняла к сведению доклад Секретариата о лоцманской проводке;",
            "просила Секретариат собрать у государств до 30 июня 2008 года сведения о способах посадки в их портах;",
            "предложила государствам представить Секретариату доклады о несчастных случаях при пересадке лоцманов;",
            "приветствовала предложение лоцманов обучить лоцманов малых портов;",
            "просила Секретариат доложить ей на ее четвертой сессии о том, чему учат эти доклады.",
        ),
    ),
    "ar": Version(
        "تقرير المؤتمر المعني بسلامة الموانئ عن دورته الثالثة",
        "المقرر ٣/١",
        "سلامة الإرشاد",
        (
            "إن المؤتمر المعني بسلامة الموانئ،",
            "إذ يشير إلى مقرره ١/٢ الذي أنشأ بموجبه الفريق العامل المعني بالإرشاد،",
        ),
        ("(أ)", "(ب)", "(ج)", "(د)", "(هـ)"),
        (
            "أحاط علما بتقرير الأمانة عن الإرشاد؛",
            "طلب إلى الأمانة أن تجمع من الدول، بحلول ٣٠ حزيران/يونيه ٢٠٠٨، بيانات عن وسائل الصعود في موانئها؛",
            "دعا الدول إلى أن تقدم إلى الأمانة تقاريرها عن الحوادث التي تقع عند نقل المرشدين؛",
            "رحب بعرض المرشدين تدريب مرشدي الموانئ الصغيرة؛",
            "طلب إلى الأمانة أن تقدم إليه في دورته الرابعة تقريرا عما تعلمه تلك التقارير.",
        ),
    ),
    "zh": Version(
        "港口安全会议第三届会议报告",
        "第3/1号决定",
        "引航安全",
        ("港口安全会议，", "回顾其设立引航问题工作组的第1/2号决定，"),
        ("(a)", "(b)", "(c)", "(d)", "(e)"),
        (
            "注意到秘书处关于引航的报告；",
            "请秘书处在2008年6月30日之前向各国收集其港口登船安排的详细情况；",
            "邀请各国向秘书处提交关于引航员登离船事故的报告；",
            "欢迎引航员愿意培训小港口的引航员；",
            "请秘书处向会议第四届会议报告从这些报告中学到的东西。",
        ),
    ),
}


def decision_in(code: str, *, leave_out: str = "") -> str:
    """The report with the decision in that language; `leave_out`: letters of paragraphs that the file has lost."""
    version = LANGUAGES[code]
    rows = zip("abcde", version.labels, version.paragraphs, strict=True)
    kept = [f"{label} {words}" for letter, label, words in rows if letter not in leave_out]
    head = [f"# {version.report}", f"## {version.heading}", f"### {version.title}", *version.preamble]
    return "\n\n".join([*head, *kept]) + "\n"
