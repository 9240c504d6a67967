import { foldKey } from './fold-key.ts';
import { nameIdsOf, spellings } from './key-texts.ts';
import type { NamePiece } from './schema.ts';
import type { SourceBank } from './source.ts';

/** Names by id, as far as they are known. */
type KnownNames = ReadonlyMap<string, NamePiece>;

/** The names of some ids and, over and over, what they are part of and act for, in the order found. */
export function closedNames<N extends Pick<NamePiece, 'partOf' | 'actsFor'>>(
	ids: Iterable<string>,
	known: ReadonlyMap<string, N>
): N[] {
	const found = new Map<string, N>();
	const open = [...ids].reverse();
	for (let id = open.pop(); id !== undefined; id = open.pop()) {
		const name = known.get(id);
		if (!name || found.has(id)) continue;
		found.set(id, name);
		for (const whole of [name.actsFor, name.partOf]) if (whole !== undefined) open.push(whole);
	}
	return [...found.values()];
}

/** The ids of names that a bank's reports, facts, questions and options speak of, perhaps twice. */
export function usedNameIds(bank: Omit<SourceBank, 'names'>, known: KnownNames): string[] {
	const options = new Set(
		bank.questions.flatMap(({ distractors }) => distractors.map((text) => foldKey(text)))
	);
	const offered =
		options.size === 0
			? []
			: [...known.values()].filter((name) =>
					spellings(name).some((text) => options.has(foldKey(text)))
				);
	return [
		...bank.reports.map(({ place }) => place),
		...bank.facts.flatMap(({ source }) => source ?? []),
		...bank.questions.flatMap(({ answer }) => nameIdsOf(answer)),
		...offered.map(({ id }) => id)
	];
}
