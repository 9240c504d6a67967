import { readReport } from '#lib/domain/drafting/read-report.ts';
import { findClauses } from '#lib/domain/drafting/clauses/find-clauses.ts';
import { draftQuestions } from '#lib/domain/drafting/draft-questions.ts';
import { readFileSync } from 'node:fs';
const lines=process.argv[2]!.endsWith('.txt')?[{text:readFileSync(process.argv[2]!,'utf8')}]:readFileSync('/work/shared/drafting/dev.jsonl','utf8').trim().split('\n').map((l)=>JSON.parse(l)).slice(+process.argv[2]!,+process.argv[3]!);
const most=Number(process.argv[4]??0);
for (const p of lines) { const ds=draftQuestions({text:p.text}).drafts; for (const r of readReport(p.text,{})) { const s=r.sentence; 
 const own=ds.filter(d=>d.sentence.start===s.start); if (own.length>most) continue; console.log('\n- '+s.words.map(w=>w.text+'/'+w.tag).join(' '));
 const t=(r:any)=>s.words.slice(r.first,r.last+1).map(w=>w.text).join(' ');
 console.log('   names',s.mentions.map(m=>t(m)+':'+m.sort).join(', '),'| figures',s.quantities.map(t).join(', '),'| refs',r.replacements.map(x=>t(x)+'→'+x.text).join(', '),s.attribution?'| ATT '+t(s.attribution.source)+' :: '+t(s.attribution.claim):'', s.isSpoken?'SPOKEN':'');
 for (const c of findClauses(s)) console.log('   ',c.kind,c.confidence.toFixed(2),c.lead.map(l=>'{'+t(l)+'}').join(''),'['+t(c.subject)+']','<'+t(c.verb)+'>',c.parts.map(x=>x.role.slice(0,4)+':'+t(x)+(x.isCut?'!':'')).join(' | '));
 for (const d of own) console.log('     *',d.rule,d.score,d.question,'=>',(d.answer as any).text??(d.answer as any).quantity, d.flags.join());
 }}
