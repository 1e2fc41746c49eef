"""The elements of HTML, SVG and MathML: what else stands between pointed brackets is no tag that anybody has meant."""

ELEMENTS = frozenset(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button
    canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed fencedframe fieldset
    figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe image img input ins isindex
    kbd keygen label legend li link listing main map mark marquee math menu meta meter nav nobr noembed noframes noscript object ol
    optgroup option output p param picture plaintext portal pre progress q rb rp rt rtc ruby s samp script search section select slot
    small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt
    u ul var video wbr xmp path circle ellipse g line polygon polyline rect defs use symbol
    foreignobject tspan textpath animate animatemotion animatetransform set lineargradient radialgradient stop clippath mask pattern
    marker filter desc metadata view switch mi mn mo ms mtext mrow mfrac msup msub msqrt mroot mtable semantics annotation
    """.split()  # noqa: SIM905
)
"""In lower case: those of the HTML standard, those that it calls obsolete, and those of drawings and formulas."""
