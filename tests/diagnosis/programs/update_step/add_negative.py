# kind: right
# foreseen: unknown
# 梯度下降的一步
import torch


def update_step(parameters, lr):
    有梯度的 = [p for p in parameters if p.grad is not None]
    with torch.no_grad():
        for p in 有梯度的:
            # 沿梯度的反方向走
            p.add_(p.grad * (-lr))
