import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { readFileSync } from 'node:fs';
const text=readFileSync('/work/shared/drafting/dev.jsonl','utf8').trim().split('\n').map((l)=>JSON.parse(l).text).join('\n');
for (let i=0;i<4;i++){const t=performance.now(); const d=draftQuestions({text}); console.log(d.drafts.length, text.split(/\s+/).length,(performance.now()-t).toFixed(0));}
const d=draftQuestions({text:readFileSync('/work/shared/reports/aleppo-bombardment.txt','utf8')}).drafts; for (const x of d.slice(0,12)) console.log(x.question,(x.answer as any).text??(x.answer as any).quantity,x.distractors);
for (const bad of ['1'.repeat(1e6),'(((','“'.repeat(5000),'<script>alert(1)</script> The man was there.','שלום עולם זה מבחן קטן מאוד של טקסט','a','', 'The '.repeat(20000)]) { const t=performance.now(); const r=draftQuestions({text:bad}); console.log(bad.slice(0,10), r.drafts.length, r.problems, (performance.now()-t).toFixed(0)); }
