import { canonicalJson } from './canonical-json.ts';
import { lookUp } from './look-up.ts';
import { closedNames } from './names-used.ts';
import { rivalFinder } from './rivals.ts';
import type { NamePiece } from './schema.ts';
import type { SourceBank, SourceQuestion } from './source.ts';
import {
	BANK_VERSION,
	type Answer,
	type Bank,
	type BriefSentence,
	type Fact,
	type Grave,
	type Name,
	type Question,
	type Report,
	type Rival
} from './types.ts';

/** A compiled bank but for its edition. */
export type BankContent = Omit<Bank, 'edition'>;

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

type RivalsOf = (question: SourceQuestion) => Rival[];

interface Lifted {
	graveOf: (factId: string) => Grave | undefined;
	rivalsOf: RivalsOf;
}

function question(source: SourceQuestion, { graveOf, rivalsOf }: Lifted): Question {
	return present({
		...source,
		answer: answer(source.answer),
		grave: source.factIds.map(graveOf).find((grave) => grave !== undefined),
		was: filled(source.was),
		rivals: rivalsOf(source)
	});
}

function contentWith(source: SourceBank, rivalsOf: RivalsOf, around?: Bank): BankContent {
	const dates = new Map(source.reports.map(({ id, date }) => [id, date.value]));
	const facts: Fact[] = source.facts.map((fact) =>
		present({ ...fact, when: fact.when || (dates.get(fact.reportId) ?? '') })
	);
	const own = new Map(facts.map(({ id, grave }) => [id, grave]));
	const known = around && lookUp(around);
	const graveOf = (id: string) => own.get(id) ?? known?.fact(id)?.grave;
	return {
		version: BANK_VERSION,
		reports: source.reports.map(report),
		names: source.names.map(present),
		facts,
		questions: source.questions.map((each) => question(each, { graveOf, rivalsOf })),
		comparisons: source.comparisons.map(({ id, facts: factIds, relation, why }) => ({
			id,
			factIds,
			relation,
			why
		}))
	};
}

/** The names around that a bank's rivals are, with all they are part of. */
function rivalNames({ questions }: BankContent, names: NamePiece[]): NamePiece[] {
	const ids = questions.flatMap(({ rivals }) =>
		rivals.flatMap((rival) => ('name' in rival ? rival.name : []))
	);
	return closedNames(ids, new Map(names.map((name) => [name.id, name])));
}

/**
 * Compiles a checked bank but for its edition: full ids, gravity lifted to the questions, rivals.
 * Rivals may also be names around it; those it then holds too.
 */
export function compileContent(source: SourceBank, around?: Bank): BankContent {
	const own = new Set(source.names.map(({ id }) => id));
	const others = (around?.names ?? []).filter(({ id }) => !own.has(id));
	const names = [...source.names, ...others];
	const content = contentWith(source, rivalFinder({ ...source, names }), around);
	const used = rivalNames(content, names).filter(({ id }) => !own.has(id));
	return { ...content, names: [...content.names, ...used.map((name) => present<Name>(name))] };
}

/** Compiles a bank that is still being written: no rivals are looked for. */
export function compileDraft(source: SourceBank, around?: Bank): BankContent {
	return contentWith(source, () => [], around);
}

/** The text whose SHA-256 makes the edition of a compiled bank. */
export function editionText(content: BankContent): string {
	return canonicalJson(content);
}

/** A compiled bank with its edition; `sha256` is of its edition text, as hexadecimal digits. */
export function withEdition(content: BankContent, sha256: string): Bank {
	return { ...content, edition: sha256.slice(0, EDITION_DIGITS) };
}

/** Compiles a checked bank where a hash is at hand at once. */
export function compileBank(source: SourceBank, hash: Hash): Bank {
	const content = compileContent(source);
	return withEdition(content, hash(editionText(content)));
}
