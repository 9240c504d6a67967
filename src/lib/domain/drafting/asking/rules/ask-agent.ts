import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import type { Word } from '#lib/domain/drafting/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import {
	answerRange,
	pointsElsewhere,
	startsWithFigure
} from '#lib/domain/drafting/asking/wording/answer-range.ts';
import { isWhole } from '#lib/domain/drafting/asking/wording/ask-part.ts';
import { attachedTo } from '#lib/domain/drafting/asking/wording/attached.ts';
import { fitLead, fitParts, questionOf } from '#lib/domain/drafting/asking/wording/fit-parts.ts';
import type { Proposal } from '#lib/domain/drafting/asking/proposal.ts';
import { playerWord } from '#lib/domain/drafting/asking/wording/contests.ts';
import { doerWord, forMany } from '#lib/domain/drafting/asking/wording/question-words.ts';
import type { Reading } from '#lib/domain/drafting/asking/reading.ts';
import { render } from '#lib/domain/drafting/asking/wording/render.ts';
import { sortAt } from '#lib/domain/drafting/asking/wording/sort-of.ts';
import { pastOf, thirdPerson } from '#lib/domain/drafting/asking/wording/tenses.ts';

/** The adverbs between the auxiliary and the verb; nothing where other words stand there. */
function adverbsOf({ sentence }: Reading, { verb }: Clause): string | undefined {
	const { words } = sentence;
	const isOwn = verb.shared === undefined && verb.auxiliary !== undefined;
	const from = isOwn ? (verb.auxiliary ?? 0) + 1 : verb.first;
	const between = words
		.slice(from, verb.main)
		.filter(({ tag, text }) => tag !== 'AUX' && text !== ',');
	if (between.some(({ tag }) => tag !== 'ADV')) return undefined;
	return between.map(({ text }) => `${text} `).join('');
}

/** "was ordained" as the doer's own verb: "ordained"; nothing behind "may be" and its like. */
function activeForm({ text, lemma }: Word, auxiliary: string): string | undefined {
	if (/^(?:was|were)$/.test(auxiliary)) return /ed$/.test(text) ? text : pastOf(lemma);
	return /^(?:is|are)$/.test(auxiliary) ? thirdPerson(lemma) : undefined;
}

/** "was [later] ordained" without the auxiliary: "[later] ordained" as the doer's own verb. */
function activeVerb(reading: Reading, clause: Clause): string | undefined {
	const { words } = reading.sentence;
	const { verb } = clause;
	const adverbs = adverbsOf(reading, clause);
	if (adverbs === undefined) return undefined;
	const auxiliary = verb.implied ?? lowerAt(words, verb.shared ?? verb.auxiliary ?? -1);
	const word = wordAt(words, verb.main);
	const perfect = { has: 'has', have: 'has', had: 'had' }[auxiliary];
	if (perfect) return `${perfect} ${adverbs}${word.text}`;
	const said = activeForm(word, auxiliary);
	return said && adverbs + said;
}

/** The one part that tells who did it: "by the army". */
function agentOf({ sentence }: Reading, { parts, verb }: Clause): Part | undefined {
	if (!verb.isPassive) return undefined;
	const agents = parts.filter(
		({ role, first }) => role === 'preposition' && lowerAt(sentence.words, first) === 'by'
	);
	return agents.length === 1 ? agents[0] : undefined;
}

/** "By infusion", "by three points": how, not who. */
function isDoer(reading: Reading, part: Part, answer: { first: number; last: number }): boolean {
	const { words } = reading.sentence;
	const { tag, text, lemma } = wordAt(words, part.head);
	const isBare = answer.first === answer.last && tag === 'NOUN' && text === lemma;
	const isMeans = isBare && sortAt(reading.sentence, part.head) === 'thing';
	return !isMeans && tag !== 'NUM' && tag !== 'VERB' && !startsWithFigure(reading, answer);
}

/** What is asked of a passive clause: who did it, and with which verb. */
function askedOf(reading: Reading, clause: Clause) {
	const part = agentOf(reading, clause);
	const answer = part && answerRange(reading, part);
	if (!answer || !isDoer(reading, part, answer) || !isTold(reading, clause)) return undefined;
	const said = activeVerb(reading, clause);
	const asked = playerWord(reading, clause, { part, asked: doerWord(reading, part) });
	const hanging = attachedTo(reading, clause, part);
	if (!said || !asked || hanging.isTorn) return undefined;
	const whole = hanging.count > 0 ? { ...answer, last: hanging.last } : answer;
	return { part, answer: whole, said, asked, count: hanging.count };
}

/** "Who ordained the first clergy?" of "The first clergy were ordained by John Wesley." */
export function askAgent(reading: Reading, clause: Clause): Proposal[] {
	const found = askedOf(reading, clause);
	if (!found) return [];
	const { part, answer, said, asked, count } = found;
	const { parts, verb, subject } = clause;
	const at = parts.indexOf(part);
	const done = render(reading, subject);
	const chain = render(reading, { first: verb.main + 1, last: verb.last });
	const taken = `${asked.words} ${said} ${done} ${chain}`.split(' ').length;
	const others = [...parts.slice(0, at), ...parts.slice(at + 1 + count)];
	const rest = fitParts(reading, others, { taken, answer });
	const lead = fitLead(reading, clause, taken + rest.join(' ').split(' ').length);
	const words = forMany(reading, asked.words, answer);
	const question = questionOf([words, plural(words, said), done, chain, ...rest, lead]);
	const used = [subject, verb, ...others].slice(0, 2 + rest.length);
	const confidence = clause.confidence * asked.confidence * 0.9;
	return [{ kind: asked.kind, question, answer, rule: 'agent', confidence, used }];
}

/** Whether the clause itself tells what was done, and to whom. */
function isTold(reading: Reading, clause: Clause): boolean {
	const { subject } = clause;
	const isFilled = reading.replacements.some(({ first }) => first === subject.first);
	return isWhole(clause) && (isFilled || !pointsElsewhere(reading, subject));
}

/** "Which countries have founded". */
function plural(words: string, said: string): string {
	return /^Which \w+(?:ies|s)$/.test(words) ? said.replace(/^has /, 'have ') : said;
}
