"""The names of the networks that torchvision and timm can make."""

from __future__ import annotations

import warnings

from explorer.build.torchvision_ops import prepare


def torchvision_names() -> list[str]:
    """Those of its classification models."""
    prepare()
    from torchvision import models

    return sorted(models.list_models(module=models))


def timm_names() -> list[str] | None:
    """All that it has; None where timm is not installed."""
    prepare()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import timm
    except ImportError:
        return None
    return sorted(timm.list_models())
