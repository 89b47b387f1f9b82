# truth: right
# parameters: W right
import numpy as np
rng=np.random.default_rng(0)
A=rng.normal(size=(32,5)); T=rng.normal(size=(5,2)); Y=np.einsum('ni,ij->nj',A,T)
W=np.zeros((5,2))
for s in range(100):
    R=np.einsum('ni,ij->nj',A,W)-Y
    J=np.einsum('nj,nj->',R,R)/(2*len(A))
    np.add(W,-.1*np.einsum('ni,nj->ij',A,R)/len(A),out=W)
print(J)
