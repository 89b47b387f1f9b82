# truth: right
# parameters: params['w'] right, params['b'] right
import torch
from torch.func import grad, functional_call
torch.manual_seed(0)
x=torch.randn(20,2); y=x@torch.tensor([1.,-1.])
def loss(params):
    return ((x@params['w']+params['b']-y)**2).mean()
params={'w':torch.zeros(2),'b':torch.tensor(0.)}
for i in range(50):
    g=grad(loss)(params)
    params={k:params[k]-.1*g[k] for k in params}
print(loss(params))
