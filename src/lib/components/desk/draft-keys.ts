import { KINDS, type Kind } from '#lib/bank/types.ts';
import { DROP_REASONS, type DropReason } from '#lib/domain/desk/types.ts';
import type { DeskDrafts } from '#lib/state/desk-drafts.svelte.ts';

/** What a key asks for while drafts are looked at. */
export type DraftAct =
	| { does: 'keep' | 'edit' | 'choose-reason' | 'look' | 'next' | 'previous' }
	| { does: 'drop'; reason: DropReason }
	| { does: 'kind'; kind: Kind };

const SINGLE: Record<string, DraftAct> = {
	y: { does: 'keep' },
	e: { does: 'edit' },
	x: { does: 'choose-reason' },
	j: { does: 'next' },
	k: { does: 'previous' }
};

const isWithin = ({ target }: KeyboardEvent, selector: string) =>
	target instanceof Element && target.closest(selector) !== null;

/** Where keys mean what they say there. */
const ELSEWHERE = 'dialog, textarea, select, input:not([type="radio"]), [role="application"]';
const PRESSABLE = 'a, button, summary, input';

function numbered(key: string, mode: DeskDrafts['mode']): DraftAct | undefined {
	const at = /^[1-8]$/.test(key) ? Number(key) - 1 : -1;
	const reason = DROP_REASONS[at];
	if (mode === 'drop') return reason && { does: 'drop', reason };
	const kind = KINDS[at];
	return kind && { does: 'kind', kind };
}

function bare(event: KeyboardEvent, mode: DeskDrafts['mode']): DraftAct | undefined {
	const act = numbered(event.key, mode) ?? SINGLE[event.key.toLowerCase()];
	// What is being reworded is kept by its own button.
	return mode === 'edit' && act?.does !== 'kind' ? undefined : act;
}

const isHeld = ({ altKey, ctrlKey, metaKey }: KeyboardEvent) => altKey || ctrlKey || metaKey;

/** Keys that work without being switched on. */
function always(event: KeyboardEvent, mode: DeskDrafts['mode']): DraftAct | undefined {
	if (event.key === 'Escape' && mode !== 'look') return { does: 'look' };
	const isKeep = event.key === 'Enter' && mode === 'look' && !isWithin(event, PRESSABLE);
	return isKeep && !isWithin(event, ELSEWHERE) ? { does: 'keep' } : undefined;
}

/** Reads a key pressed beside drafts; single keys only where they are switched on, and not while typing. */
export function draftKey(
	event: KeyboardEvent,
	shortcuts: boolean,
	mode: DeskDrafts['mode']
): DraftAct | undefined {
	if (event.isComposing || event.repeat || isHeld(event) || isWithin(event, 'dialog'))
		return undefined;
	const isBare = shortcuts && !isWithin(event, ELSEWHERE);
	return always(event, mode) ?? (isBare ? bare(event, mode) : undefined);
}
