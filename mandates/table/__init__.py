"""The one form in which mandates leave for a spreadsheet and come back from one."""
