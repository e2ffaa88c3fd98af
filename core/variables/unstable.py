"""工作不稳。"""

from core.variables.engine.variable import Variable

VARIABLE = Variable(
    title="工作不稳",
    title_en="Unstable work",
    kind="enum",
    categories=("none", "mid", "high"),
    classes=("P03-03", "M28-01"),
    fresh_days=60,
    ask="现在的活干多久了，签合同、交社保了吗？",
)
