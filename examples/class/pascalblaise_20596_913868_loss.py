# Grüße
import numpy as np
