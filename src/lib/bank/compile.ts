import { canonicalJson } from './canonical-json.ts';
import { rivalFinder } from './rivals.ts';
import type { SourceBank, SourceQuestion } from './source.ts';
import {
	BANK_VERSION,
	type Answer,
	type Bank,
	type BriefSentence,
	type Fact,
	type Grave,
	type Question,
	type Report,
	type Rival
} from './types.ts';

/** Where an edition's hash comes from: SHA-256 of a text as hexadecimal digits. */
export type Hash = (text: string) => string;

const EDITION_DIGITS = 12;

/** An object without the keys that have no value. */
function present<T extends object>(value: T): T {
	const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
	return Object.fromEntries(entries) as T;
}

const filled = <T>(list: T[]) => (list.length > 0 ? list : undefined);

function report(source: SourceBank['reports'][number]): Report {
	const full = (id: string) => `${source.id}/${id}`;
	const brief = (sentences: BriefSentence[]) =>
		sentences.map(({ text, facts }) => ({ text, facts: facts.map(full) }));
	return present({
		...source,
		brief: { plain: brief(source.brief.plain), full: brief(source.brief.full) },
		timeline: source.timeline.map((entry) => ({ ...entry, fact: full(entry.fact) }))
	});
}

function answerForm({ name, names, text, quantity }: SourceQuestion['answer']): Answer {
	if (name !== undefined) return { form: 'name', name };
	if (names !== undefined) return { form: 'names', names };
	if (quantity !== undefined) return { form: 'quantity', quantity };
	return { form: 'text', text: text ?? '' };
}

function answer(source: SourceQuestion['answer']): Answer {
	return present({
		...answerForm(source),
		accept: filled(source.accept),
		not: filled(source.not)
	});
}

interface Lifted {
	graves: ReadonlyMap<string, Grave | undefined>;
	rivalsOf: (question: SourceQuestion) => Rival[];
}

function question(source: SourceQuestion, { graves, rivalsOf }: Lifted): Question {
	return present({
		...source,
		answer: answer(source.answer),
		grave: source.factIds.map((id) => graves.get(id)).find((grave) => grave !== undefined),
		was: filled(source.was),
		rivals: rivalsOf(source)
	});
}

/** Compiles a checked bank: full ids, gravity lifted to the questions, rivals, and the edition. */
export function compileBank(source: SourceBank, hash: Hash): Bank {
	const facts: Fact[] = source.facts.map(present);
	const graves = new Map(facts.map(({ id, grave }) => [id, grave]));
	const lifted = { graves, rivalsOf: rivalFinder(source) };
	const content = {
		version: BANK_VERSION,
		reports: source.reports.map(report),
		names: source.names.map(present),
		facts,
		questions: source.questions.map((each) => question(each, lifted)),
		comparisons: source.comparisons.map(({ id, facts: factIds, relation, why }) => ({
			id,
			factIds,
			relation,
			why
		}))
	} as const;
	return { ...content, edition: hash(canonicalJson(content)).slice(0, EDITION_DIGITS) };
}
