"""A drawn line: DrawingML for Word since 2010 and LibreOffice, VML for what came before."""

from decimal import Decimal

from thidua_cli.typesetting.docx_units import emu

_EMU_IN_POINT = 12700
_BELOW_POINTS = 4
"""How far below the top of its paragraph the line is drawn."""
_GRAPHIC = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def rule_drawing(number: int, length: Decimal, weight: Decimal) -> str:
    """A solid black line of `length` millimetres and `weight` points, centred in its column."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing>{_anchored(number, emu(length), round(weight * _EMU_IN_POINT))}</w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict>{_vml(number, emu(length), weight)}</w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )


def _anchored(number: int, length: int, weight: int) -> str:
    return (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
        f'relativeHeight="{number}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{_BELOW_POINTS * _EMU_IN_POINT}</wp:posOffset>'
        "</wp:positionV>"
        f'<wp:extent cx="{length}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
        f'<wp:docPr id="{number}" name="Đường kẻ {number}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{_GRAPHIC}"><wps:wsp><wps:cNvCnPr/><wps:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{length}" cy="0"/></a:xfrm>'
        f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill>'
        '<a:srgbClr val="000000"/></a:solidFill><a:prstDash val="solid"/></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor>"
    )


def _vml(number: int, length: int, weight: Decimal) -> str:
    points = Decimal(length) / _EMU_IN_POINT
    return (
        f'<v:line id="Rule{number}" style="position:absolute;z-index:{number};mso-position-horizontal:center;'
        'mso-position-horizontal-relative:text;mso-position-vertical-relative:text" '
        f'from="0,{_BELOW_POINTS}pt" to="{points:.2f}pt,{_BELOW_POINTS}pt" strokecolor="black" '
        f'strokeweight="{weight}pt"/>'
    )
