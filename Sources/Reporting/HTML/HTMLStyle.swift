/// The look of the page: one column of text, few colours, everything on a grid of 8 pixels.
enum HTMLStyle {
  static let sheet: StaticString = """
    :root{--paper:#fbfaf7;--card:#fff;--ink:#1c1d1f;--muted:#63666b;--line:#e4e1da;--accent:#23707a;
    --error:#b3261e;--warning:#8f5b00;--note:#55616d;--removed:#8d8778;--rotated:#c09a4a}
    @media (prefers-color-scheme:dark){:root{--paper:#141619;--card:#1b1e22;--ink:#e9e7e3;
    --muted:#9da1a8;--line:#2d3138;--accent:#63b3bd;--error:#ff8d83;--warning:#efb65c;--note:#a3afbb;
    --removed:#77726a;--rotated:#c9a65c}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--paper);color:var(--ink);
    font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;
    font-variant-numeric:tabular-nums;-webkit-text-size-adjust:100%}
    main{max-width:72rem;margin:0 auto;padding:40px 24px 64px}
    h1{margin:0;font-size:28px;line-height:1.2;font-weight:650;letter-spacing:-.01em}
    .brand{color:var(--accent);margin-right:12px}
    h2{margin:0 0 16px;font-size:16px;font-weight:650}
    p{margin:8px 0 0}
    section{margin-top:40px;min-width:0}
    .muted{color:var(--muted)}
    .notice{padding:8px 16px;border-left:3px solid var(--warning);background:var(--card)}
    a{color:var(--accent);font-family:ui-monospace,monospace;font-size:13px}
    code{font-family:ui-monospace,monospace;font-size:13px}
    ul,ol{list-style:none;margin:0;padding:0}
    .tiles{display:grid;grid-template-columns:repeat(5,1fr);gap:1px;margin-top:24px;
    background:var(--line);border:1px solid var(--line);border-radius:8px;overflow:hidden}
    .tiles li{background:var(--card);padding:16px;display:flex;flex-direction:column;min-width:0}
    .tiles strong{font-size:26px;line-height:1.25;font-weight:600}
    .tiles .label{font-size:13px;color:var(--muted)}
    .tiles .muted{font-size:13px;line-height:1.4}
    .pair{display:grid;grid-template-columns:1fr 1fr;gap:0 48px}
    .columns{display:flex;gap:8px;align-items:flex-end;height:168px}
    .columns.tight{gap:2px}
    .columns li{flex:1 1 0;min-width:0;height:100%;display:flex;flex-direction:column}
    .count{font-size:13px;text-align:center;height:20px}
    .bar{display:block;width:100%;min-height:0}
    .bar.up{flex:3 1 0;border-bottom:1px solid var(--line)}
    .bar.down{flex:1 1 0}
    .columns:not(.tight) .bar.up{flex:1 1 0}
    .tick{height:24px;padding-top:4px;font-size:13px;line-height:20px;color:var(--muted);
    white-space:nowrap;text-align:center}
    .tight .tick{width:0;text-align:left;overflow:visible}
    rect.age,rect.introduced{fill:var(--accent)}
    rect.removed{fill:var(--removed)}
    rect.rotated{fill:var(--rotated)}
    .key{display:flex;flex-wrap:wrap;align-items:center;gap:0 8px;font-size:13px}
    .swatch{width:10px;height:10px;border-radius:2px;background:var(--accent)}
    .swatch.removed{background:var(--removed)}
    .swatch.rotated{background:var(--rotated)}
    .swatch:not(:first-child){margin-left:8px}
    .ranking li{display:grid;grid-template-columns:1fr auto;gap:0 16px;padding:4px 0}
    .name{overflow-wrap:anywhere}
    .share{grid-column:1/-1;width:100%;height:4px;margin-top:2px;background:var(--line)}
    table{width:100%;border-collapse:collapse;table-layout:fixed}
    th{padding:0 16px 8px 0;text-align:left;font-size:13px;font-weight:500;color:var(--muted);
    border-bottom:1px solid var(--line)}
    th:nth-child(1){width:88px}
    th:nth-child(2){width:25%}
    th:nth-child(4){width:25%}
    th:nth-child(5){width:17%}
    td{padding:12px 16px 12px 0;vertical-align:top;border-bottom:1px solid var(--line);
    overflow-wrap:anywhere}
    td>span,td>strong{display:block}
    td .muted{font-size:13px}
    td strong{font-weight:600}
    tr:target td{background:var(--card)}
    .value,.id{font-family:ui-monospace,monospace;font-size:13px}
    .member{padding-left:12px;border-left:2px solid var(--line);color:var(--muted)}
    .level{font-weight:600}
    .level.error{color:var(--error)}
    .level.warning{color:var(--warning)}
    .level.note{color:var(--note)}
    dl{display:grid;grid-template-columns:96px 1fr;gap:8px 16px;margin:0}
    dl.rules{display:block}
    .rules dt:not(:first-child){margin-top:16px}
    dt{color:var(--muted)}
    .rules dt{color:var(--ink)}
    dd{margin:0;min-width:0;overflow-wrap:anywhere}
    dd p{margin:0}
    .plain li{padding:2px 0;overflow-wrap:anywhere}
    details{border-top:1px solid var(--line);padding:8px 0}
    section>details:last-child{border-bottom:1px solid var(--line)}
    summary{cursor:pointer}
    details[open]>summary{margin-bottom:8px}
    p+details,dl+details{margin-top:16px}
    @media (max-width:48rem){main{padding:24px 16px 48px}
    h1{font-size:24px}
    .tiles{grid-template-columns:1fr 1fr}
    .tiles li:first-child{grid-column:1/-1}
    .pair{grid-template-columns:1fr}
    thead{display:none}
    table,tbody,tr,td{display:block}
    tr{padding:16px 0;border-bottom:1px solid var(--line)}
    td{padding:0 0 4px;border:0}
    .risk{display:flex;gap:8px;align-items:baseline}
    .none{display:none}
    dl{grid-template-columns:1fr;gap:0}
    dd{margin-bottom:12px}}
    @media print{body{background:#fff}details{break-inside:avoid}tr{break-inside:avoid}}

    """
}
