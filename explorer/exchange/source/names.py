"""Names that Python takes: of classes, arguments and variables, and of modules called otherwise."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Collection

from explorer.exchange.source.printing import Bracketed, Piece

_ATTRIBUTES = """
    T_destination _apply _backward_hooks _backward_pre_hooks _buffers _call_impl
    _compiled_call_impl _forward_hooks _forward_hooks_always_called _forward_hooks_with_kwargs
    _forward_pre_hooks _forward_pre_hooks_with_kwargs _get_backward_hooks
    _get_backward_pre_hooks _get_name _is_full_backward_hook _load_from_state_dict
    _load_state_dict_post_hooks _load_state_dict_pre_hooks _maybe_warn_non_full_backward_hook
    _modules _named_members _non_persistent_buffers_set _parameters
    _register_load_state_dict_pre_hook _register_state_dict_hook _replicate_for_data_parallel
    _save_to_state_dict _slow_forward _state_dict_hooks _state_dict_pre_hooks _version
    _wrapped_call_impl add_module apply bfloat16 buffers call_super_init children compile cpu
    cuda double dump_patches eval extra_repr float forward get_buffer get_extra_state
    get_parameter get_submodule half ipu load_state_dict modules mtia named_buffers
    named_children named_modules named_parameters parameters register_backward_hook
    register_buffer register_forward_hook register_forward_pre_hook register_full_backward_hook
    register_full_backward_pre_hook register_load_state_dict_post_hook
    register_load_state_dict_pre_hook register_module register_parameter
    register_state_dict_post_hook register_state_dict_pre_hook requires_grad_ set_extra_state
    set_submodule share_memory state_dict to to_empty train training type xpu zero_grad
"""

MODULE_ATTRIBUTES = frozenset(_ATTRIBUTES.split())
"""What every nn.Module has already, dunder names aside: a module of such a name hides behind it."""

_AMBIGUOUS = frozenset("lIO")
"""Names that look like numbers."""

_TAKEN = frozenset({"self", "nn", "torch", "Tensor", "F", "super", "range", "getattr", "print"})


def is_attribute(name: str) -> bool:
    """Whether ``self.name = module`` does what it says."""
    return (
        name.isidentifier()
        and not keyword.iskeyword(name)
        and not name.startswith("__")  # Python would put the class's name before it
        and name not in MODULE_ATTRIBUTES
    )


def assigned(name: str, module: Piece, annotation: str = "") -> tuple[str, Piece]:
    """The statement that gives a module its name: what stands before it, and the rest."""
    if is_attribute(name):
        return f"self.{name}{annotation} = ", module
    if _is_hidden(name):
        return f'self._modules["{name}"] = ', module
    return "", Bracketed("self.add_module(", (f'"{name}"', module))


def accessed(name: str) -> str:
    """The module of this name, within ``forward``."""
    if is_attribute(name):
        return f"self.{name}"
    if _is_hidden(name):
        return f'self._modules["{name}"]'
    return f'getattr(self, "{name}")'


def _is_hidden(name: str) -> bool:
    dunder = name.startswith("__") and name.endswith("__")
    return name in MODULE_ATTRIBUTES or dunder


def variable(wanted: str, taken: Collection[str] = ()) -> str:
    """A name for a variable or argument like ``wanted``, unlike those taken."""
    name = re.sub(r"\W", "_", wanted, flags=re.ASCII).strip("_").lower() or "x"
    if name[0].isdigit():
        name = f"x{name}"
    if keyword.iskeyword(name) or name in _TAKEN or name in _AMBIGUOUS:
        name += "_"
    return unlike(name, taken)


def class_name(wanted: str, taken: Collection[str] = ()) -> str:
    """``two_path`` and ``two-path`` as TwoPath, ``ResNet-50`` as ResNet50."""
    plain = unicodedata.normalize("NFKD", wanted).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9]+", plain)
    name = "".join(word[0].upper() + word[1:] for word in words)
    if not name or name[0].isdigit():
        name = f"Block{name}"
    if name in _TAKEN or name in _AMBIGUOUS or hasattr(builtins, name):
        name += "Block"
    return unlike(name, taken)


def unlike(name: str, taken: Collection[str]) -> str:
    """The name, or it with the first number that makes it unlike those taken."""
    if name not in taken:
        return name
    stem = f"{name}_" if name[-1].isdigit() else name
    number = 2
    while f"{stem}{number}" in taken:
        number += 1
    return f"{stem}{number}"
