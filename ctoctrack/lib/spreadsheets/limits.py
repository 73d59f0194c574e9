"""How much of a spreadsheet is read, and how it is said that nothing is."""

MAX_BYTES = 20 * 1024 * 1024
MAX_UNPACKED = 300 * 1024 * 1024  # an archive of 20 MB can hold gigabytes of nothing
MAX_PARTS = 2_000  # files in the archive
MAX_ROWS = 20_000  # that hold something
MAX_COLUMNS = 100
MAX_CELL = 32_767  # characters: what Excel keeps in one cell
MAX_TOLD = 50  # merged cells and the like that are named one by one


class Unreadable(Exception):
    """A file that gives no rows: a code with parameters, worded in `ctoctrack.lib.spreadsheets.wording`."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code, params)
        self.code, self.params = code, params
