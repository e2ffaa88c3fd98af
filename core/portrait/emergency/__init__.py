"""急难型：刚遭冲击，或此刻有人身安全之忧的家庭。

Open to every family whatever its income: an emergency does not ask for a certificate.
"""
