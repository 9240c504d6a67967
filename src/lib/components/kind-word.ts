import type { Kind } from '#lib/bank/types.ts';
import { m } from '#lib/paraglide/messages.js';

const KIND_WORDS: Record<Kind, () => string> = {
	who: m.kind_who,
	what: m.kind_what,
	where: m.kind_where,
	'how-many': m.kind_how_many
};

/** The word for a kind, in the person's language. */
export function kindWord(kind: Kind): string {
	return KIND_WORDS[kind]();
}
