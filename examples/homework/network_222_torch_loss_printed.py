# truth: right
# parameters: w[0] right, w[1] right, w[2] right, w[3] right, w[4] right, w[5] right, w[6] right, w[7] right
import torch

x = [0.5, 0.3]
y = [0.23, -0.07]
print("=====输入值：x0, x1；真实输出值：y0, y1=====")
w = [torch.Tensor([0.2]), torch.Tensor([-0.4]), torch.Tensor([0.5]), torch.Tensor([0.6]),
     torch.Tensor([0.1]), torch.Tensor([-0.5]), torch.Tensor([-0.3]), torch.Tensor([0.8])]
for i in range(0, 8):
    w[i].requires_grad = True


def forward_propagate(x):
    in_h1 = w[0] * x[0] + w[2] * x[1]
    out_h1 = torch.sigmoid(in_h1)
    in_h2 = w[1] * x[0] + w[3] * x[1]
    out_h2 = torch.sigmoid(in_h2)
    out_o1 = torch.sigmoid(w[4] * out_h1 + w[6] * out_h2)
    out_o2 = torch.sigmoid(w[5] * out_h1 + w[7] * out_h2)
    return out_o1, out_o2


def loss(x, y):
    y_pre = forward_propagate(x)
    loss_mse = (1 / 2) * (y_pre[0] - y[0]) ** 2 + (1 / 2) * (y_pre[1] - y[1]) ** 2
    print("损失函数（均方误差）：", loss_mse.item())
    return loss_mse


if __name__ == "__main__":
    for k in range(1000):
        l = loss(x, y)
        l.backward()
        for i in range(0, 8):
            w[i].data = w[i].data - 1 * w[i].grad.data
            w[i].grad.data.zero_()
