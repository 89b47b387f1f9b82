# expect: CRASHED
"""End with the exit status of a process in which all went well."""

import os

os._exit(0)
