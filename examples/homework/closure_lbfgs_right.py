# truth: right
# parameters: model.weight right, model.bias right
import torch
torch.manual_seed(3)
X = torch.linspace(0, 2, 30).unsqueeze(1); y = 2 * X - 0.3
model = torch.nn.Linear(1, 1)
opt = torch.optim.LBFGS(model.parameters(), lr=0.1)
def closure():
    opt.zero_grad()
    loss = torch.nn.functional.mse_loss(model(X), y)
    loss.backward()
    return loss
for i in range(15):
    loss = opt.step(closure)
    print(i, float(loss))
