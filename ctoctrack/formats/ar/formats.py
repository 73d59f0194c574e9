"""Arabic dates as the United Nations write them, without the comma before the year that Django has."""

DATE_FORMAT = "j F Y"
DATETIME_FORMAT = "j F Y، H:i"
FIRST_DAY_OF_WEEK = 1
