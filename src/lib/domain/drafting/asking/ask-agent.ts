import type { Clause, Part } from '#lib/domain/drafting/clauses/types.ts';
import { lowerAt, wordAt } from '#lib/domain/drafting/words/word-at.ts';
import { answerRange, startsWithFigure } from './answer-range.ts';
import { isWhole } from './ask-part.ts';
import { attachedTo } from './attached.ts';
import { fitLead, fitParts, questionOf } from './fit-parts.ts';
import type { Proposal } from './proposal.ts';
import { doerWord, forMany } from './question-words.ts';
import type { Reading } from './reading.ts';
import { render } from './render.ts';
import { pointsElsewhere } from './answer-range.ts';
import { sortAt } from './sort-of.ts';
import { pastOf, thirdPerson } from './tenses.ts';

/** "was [later] ordained" without the auxiliary: "[later] ordained" as the doer's own verb. */
function activeVerb({ sentence }: Reading, { verb }: Clause): string | undefined {
	const { words } = sentence;
	const auxiliary = verb.shared ?? verb.auxiliary;
	const { lemma, text } = wordAt(words, verb.main);
	const between = words
		.slice(
			auxiliary === undefined || verb.shared !== undefined ? verb.first : auxiliary + 1,
			verb.main
		)
		.filter(({ tag, text: each }) => tag !== 'AUX' && each !== ',');
	if (between.some(({ tag }) => tag !== 'ADV')) return undefined;
	const adverbs = between.map((each) => each.text).join(' ');
	switch (verb.implied ?? lowerAt(words, auxiliary ?? -1)) {
		case 'was':
		case 'were':
			return `${adverbs} ${/ed$/.test(text) ? text : pastOf(lemma)}`.trim();
		case 'is':
		case 'are':
			return `${adverbs} ${thirdPerson(lemma)}`.trim();
		case 'has':
		case 'have':
			return `has ${adverbs} ${text}`.replace(/\s+/g, ' ');
		case 'had':
			return `had ${adverbs} ${text}`.replace(/\s+/g, ' ');
		default:
			return undefined;
	}
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

/** "Who ordained the first clergy?" of "The first clergy were ordained by John Wesley." */
export function askAgent(reading: Reading, clause: Clause): Proposal[] {
	const part = agentOf(reading, clause);
	const answer = part && answerRange(reading, part);
	const said = part && activeVerb(reading, clause);
	if (!part || !answer || !said || !isDoer(reading, part, answer) || !isWhole(clause)) return [];
	if (isElsewhere(reading, clause)) return [];
	const asked = doerWord(reading, part);
	if (!asked) return [];
	const { parts, verb, subject } = clause;
	const at = parts.indexOf(part);
	const { last, count, isTorn } = attachedTo(reading, clause, part);
	if (isTorn) return [];
	const chain =
		verb.last > verb.main ? render(reading, { first: verb.main + 1, last: verb.last }) : '';
	const before = parts.slice(0, at);
	const behind = parts.slice(at + 1 + count);
	const done = render(reading, subject);
	const taken = `${asked.words} ${said} ${done} ${chain}`.split(' ').length;
	const rest = fitParts(reading, [...before, ...behind], taken);
	const size = taken + rest.join(' ').split(' ').length;
	const lead = fitLead(reading, clause, size);
	const words = forMany(reading, asked.words, answer);
	const question = questionOf([words, plural(words, said), done, chain, ...rest, lead]);
	const used = [subject, verb, ...before, ...behind].slice(0, 2 + rest.length);
	const confidence = clause.confidence * asked.confidence * 0.9;
	const whole = count > 0 ? { ...answer, last } : answer;
	return [{ kind: asked.kind, question, answer: whole, rule: 'agent', confidence, used }];
}

function isElsewhere(reading: Reading, { subject }: Clause): boolean {
	const isFilled = reading.replacements.some(({ first }) => first === subject.first);
	return !isFilled && pointsElsewhere(reading, subject);
}

/** "Which countries have founded". */
function plural(words: string, said: string): string {
	return /^Which \w+(?:ies|s)$/.test(words) ? said.replace(/^has /, 'have ') : said;
}
