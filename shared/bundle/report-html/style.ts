/** The style of a report, on screen and on A4 paper. */
export const reportStyle = `@page { size: A4; margin: 18mm 16mm; }
body { margin: 0; color: #1a1c20; background: #fff; font: 10.5pt/1.45 "Noto Sans", "Segoe UI", "Helvetica Neue", sans-serif; }
main { max-width: 178mm; margin: 0 auto; padding: 8mm 4mm; }
h1 { font-size: 20pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 13.5pt; margin: 9mm 0 2mm; padding-top: 2mm; border-top: 0.5mm solid #1a1c20; break-after: avoid; }
h3 { font-size: 11pt; margin: 5mm 0 1mm; break-after: avoid; }
p { margin: 0 0 2mm; }
ul, ol { margin: 0 0 2mm; padding-left: 6mm; }
table { border-collapse: collapse; width: 100%; margin: 2mm 0 4mm; }
caption { text-align: left; padding-bottom: 1mm; color: #4a4f57; }
th, td { text-align: left; vertical-align: top; padding: 1mm 3mm 1mm 0; border-bottom: 0.2mm solid #b8bcc4; hyphens: auto; overflow-wrap: break-word; }
thead th { border-bottom: 0.4mm solid #1a1c20; }
tbody th { font-weight: 600; }
tr, figure { break-inside: avoid; }
thead { display: table-header-group; }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.word { font-weight: 600; white-space: nowrap; }
td.fail, p.fail { color: #9b1c1c; }
td.pass { color: #17603a; }
td.notTested { color: #7a4b00; }
p.mark { border: 0.5mm solid #1a1c20; padding: 2mm 3mm; font-weight: 600; }
p.note { color: #4a4f57; }
code, pre { font-family: "Noto Sans Mono", "DejaVu Sans Mono", Consolas, monospace; font-size: 9pt; hyphens: none; overflow-wrap: anywhere; }
td bdi { overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border: 0.2mm solid #b8bcc4; padding: 2mm; }
figure { margin: 3mm 0 5mm; }
figure svg { display: block; width: 100%; height: auto; }
figure.code svg { width: 38mm; }
figcaption { margin-top: 1mm; color: #4a4f57; }
ul.legend { list-style: none; padding: 0; margin: 1mm 0; }
ul.legend li { display: inline-block; margin-right: 5mm; }
ul.legend svg { display: inline-block; width: 5mm; height: 3.5mm; vertical-align: -0.5mm; margin-right: 1.5mm; }
svg text { font-size: 22px; fill: #1a1c20; }
svg text.middle { text-anchor: middle; }
* { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
@media print { main { max-width: none; padding: 0; } }
`;
