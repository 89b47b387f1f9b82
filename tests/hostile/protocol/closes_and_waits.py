# expect: CRASHED
"""Close the way back and live on, so that whoever waits for the end waits long."""

import os
import time

os.close(4)
time.sleep(600)
