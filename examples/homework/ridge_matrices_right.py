# truth: right
# parameters: w right
import numpy as np
rng=np.random.default_rng(0)
X=rng.normal(size=(30,4)); y=X@np.arange(4.)
lam=.1; w=np.zeros(4)
def obj(w): return .5/30*np.linalg.norm(X@w-y)**2+.5*lam*np.linalg.norm(w)**2
H=X.T@X/30+lam*np.eye(4); v=X.T@y/30
for k in range(200):
    w=w-.1*(H@w-v)
    if k%40==0: print(obj(w))
print(np.abs(w-np.linalg.solve(H,v)).max())
