"""The style sheet of a page: one, small, within the page; nothing is fetched."""

from __future__ import annotations

from typing import Final

STYLE: Final = """\
:root{color-scheme:light dark;--ink:#1b1b1b;--soft:#5a5a5a;--line:#d8d8d8;--paper:#fff;\
--panel:#f5f6f8;--link:#0b57a4;--warn:#8a3b00}
@media(prefers-color-scheme:dark){:root{--ink:#e8e8e8;--soft:#a9a9a9;--line:#3a3a3a;\
--paper:#161616;--panel:#202225;--link:#8ab8f0;--warn:#ffb27a}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);\
font:1.0625rem/1.6 system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:44rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
h1,h2,h3,h4,h5,h6{line-height:1.25;margin:1.6em 0 .5em;text-wrap:balance}
h1{font-size:1.85rem;margin:.25em 0 .4em}h2{font-size:1.35rem}h3{font-size:1.15rem}
h4,h5,h6{font-size:1rem}
p,ul,ol,dl,blockquote,figure,table,pre{margin:0 0 1em}
a{color:var(--link);text-underline-offset:.15em}
img,video,audio{max-width:100%;height:auto}
figure img{display:block;border-radius:.25rem}
figcaption,.soft{color:var(--soft);font-size:.9rem}
figcaption{margin-top:.4rem}
[data-role=credit]{display:block}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
pre{overflow-x:auto;white-space:pre-wrap}
.body table{display:block;overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:start;color:var(--soft);font-size:.9rem;padding-bottom:.4rem}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:start;vertical-align:top}
th{background:var(--panel)}
article+article,.apart{border-top:1px solid var(--line);margin-top:2.5rem;padding-top:1.5rem}
.kicker{color:var(--soft);font-size:.85rem;margin:0}
.subtitle{font-size:1.15rem;color:var(--soft);margin-top:-.2em}
.meta{color:var(--soft);font-size:.9rem;margin:0 0 1.2em}
.lead,[data-role=lead]{font-size:1.125rem}
.notice{border-inline-start:4px solid var(--warn);background:var(--panel);padding:.75rem 1rem;\
margin:0 0 1.2em}
.notice p:last-child{margin:0}
.panel{background:var(--panel);border:1px solid var(--line);border-radius:.5rem;\
padding:1rem 1.25rem;margin:1.75rem 0}
.panel>:first-child{margin-top:0}.panel>:last-child,.panel dd>:last-child{margin-bottom:0}
dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:.35rem 1rem}
dt{color:var(--soft)}dd{margin:0;min-width:0}
address{font-style:normal;margin:0 0 .6rem}
dd ul,dd ol{margin:0;padding-inline-start:1.1rem}
nav ol{padding-inline-start:1.4rem}
@media(max-width:32rem){main{padding:1rem 1rem 2rem}h1{font-size:1.55rem}\
dl{display:block}dd{margin:0 0 .6rem}dt{font-size:.85rem}}
@media print{:root{--ink:#000;--soft:#333;--line:#999;--paper:#fff;--panel:#fff;--link:#000}\
body{font-size:11pt}main{max-width:none;padding:0}nav{display:none}\
article+article{break-before:page;border:0}.panel,figure,tr{break-inside:avoid}\
h1,h2,h3{break-after:avoid}.body a[href^=http]::after{content:" (" attr(href) ")";font-size:.85em}}
"""
