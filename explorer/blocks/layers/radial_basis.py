"""Radial basis functions with fixed codes: the output of LeNet-5 (LeCun et al. 1998, section II-B).

torch has no such module, so its class is given here as text: evaluated it is what a network is
built with, printed it is what is exported.
"""

from __future__ import annotations

from explorer.blocks.description import (
    WHOLE_IMAGE,
    BlockError,
    Cost,
    Layer,
    Mend,
    Operation,
    Role,
    Settings,
    Shape,
    Term,
    WholeImage,
)
from explorer.blocks.layers.windows import shape_text
from explorer.blocks.parameters import choice, integer

_FORWARD = """\
    def forward(self, x: Tensor) -> Tensor:
        return (x.unsqueeze(1) - self.codes).square().sum(2)
"""

DIGITS = (
    '''\
class DigitRBF(nn.Module):
    """How far a vector of 84 is from pictures of the digits: squared distances."""

    PICTURES = """
        ....... ....... ....... ....... ....... ....... ....... ....... ....... .......
        ..###.. ...##.. .#####. .#####. ....##. ####### ..####. ####### .#####. .#####.
        .##.##. ..###.. ##...## ##...## ...###. ##..... .##.... .....## ##...## ##...##
        ##...## .####.. .....## .....## ..####. ##..... ##..... ....##. ##...## ##...##
        ##...## ...##.. ....##. .....## .##.##. ######. ######. ....##. ##...## ##...##
        ##...## ...##.. ...##.. ..####. ##..##. .....## ##...## ...##.. .#####. .######
        ##...## ...##.. ..##... .....## ####### .....## ##...## ...##.. ##...## .....##
        ##...## ...##.. .##.... .....## ....##. .....## ##...## ..##... ##...## .....##
        .##.##. ...##.. ##..... ##...## ....##. ##...## ##...## ..##... ##...## ....##.
        ..###.. .###### ####### .#####. ....##. .#####. .#####. ..##... .#####. .####..
        ....... ....... ....... ....... ....... ....... ....... ....... ....... .......
        ....... ....... ....... ....... ....... ....... ....... ....... ....... .......
    """

    def __init__(self, classes: int) -> None:
        super().__init__()
        rows = self.PICTURES.split()
        pictures = ["".join(rows[digit::10]) for digit in range(classes)]
        codes = [[1.0 if c == "#" else -1.0 for c in picture] for picture in pictures]
        self.codes = nn.Parameter(torch.tensor(codes), requires_grad=False)

'''
    + _FORWARD
)

WALSH = (
    '''\
class WalshRBF(nn.Module):
    """How far a vector is from Walsh's codes of ±1: squared distances."""

    def __init__(self, in_features: int, classes: int) -> None:
        super().__init__()
        codes = [
            [1.0 - 2.0 * ((i & j).bit_count() % 2) for j in range(in_features)]
            for i in range(1, classes + 1)
        ]
        self.codes = nn.Parameter(torch.tensor(codes), requires_grad=False)

'''
    + _FORWARD
)

PICTURE = 84
"""Values of a picture, 12 rows of 7."""


class RadialBasis(Layer):
    name = "radial_basis"
    title = "Radial basis (RBF)"
    role = Role.LINEAR
    category = "Layers"
    default_name = "rbf"
    help = (
        "How far its input is from a code of ±1 for each class: Σ(x − code)². The smaller, the "
        "likelier. The codes are set and not trained."
    )
    parameters = (
        integer("classes", 10, "How many classes, so how many output values."),
        choice(
            "codes",
            ("walsh", "digits"),
            "Codes that differ in half of their values, or pictures of the digits, 7×12.",
        ),
    )

    def output(self, p: Settings, inputs: tuple[Shape, ...]) -> Shape:
        (x,) = inputs
        classes = p["classes"]
        if len(x) != 1:
            raise BlockError(
                f"{self.title} needs a vector, but gets {shape_text(x)}",
                "Its codes are vectors as well.",
                "Put a Flatten before it.",
            )
        walsh = (Mend("Walsh codes", (("codes", "walsh"),)),)
        if p["codes"] == "digits" and classes > 10:
            raise BlockError(
                f"{self.title}: there are 10 digits, but {classes} classes",
                "Each class needs a picture of its own.",
                "Take Walsh codes.",
                walsh,
            )
        if p["codes"] == "digits" and x != (PICTURE,):
            raise BlockError(
                f"{self.title}: the pictures of digits have {PICTURE} values, its input {x[0]}",
                "A picture has 12 rows of 7 values, which are compared with the input.",
                f"Give the layer before {PICTURE} out_features, or take Walsh codes.",
                walsh,
            )
        needed = 2 ** (classes.bit_length() - 1) + 1
        if p["codes"] == "walsh" and x[0] < needed:
            raise BlockError(
                f"{self.title}: {x[0]} values are too few for {classes} codes",
                f"Two of the codes would be the same in fewer than {needed} values.",
                f"Give the layer before at least {needed} out_features.",
            )
        return (classes,)

    def explain_output(self, p: Settings, inputs: tuple[Shape, ...]) -> tuple[str, ...]:
        return (f"{p['classes']} (classes) = {p['classes']}",)

    def cost(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> Cost:
        codes = (inputs[0][0], output[0])
        return Cost(
            Term("in·classes (codes, not trained)", (codes,)),
            extra=Term("3·in·classes", ((3, *codes),)),
            fixed=Term("in·classes", (codes,)),
        )

    def window(self, p: Settings, inputs: tuple[Shape, ...], output: Shape) -> WholeImage:
        return WHOLE_IMAGE

    def operation(self, p: Settings, inputs: tuple[Shape, ...]) -> Operation:
        classes = ("classes", p["classes"])
        if p["codes"] == "digits":
            return Operation("DigitRBF", kwargs=(classes,), definition=DIGITS)
        features = ("in_features", inputs[0][0])
        return Operation("WalshRBF", kwargs=(features, classes), definition=WALSH)

    def summary(self, p: Settings) -> str:
        return f"→ {p['classes']} · {p['codes']}"


LAYERS: tuple[Layer, ...] = (RadialBasis(),)
