import type { CaretStep } from '#lib/state/desk-caret.ts';

/** What a key asks for while words are chosen by keyboard. */
type CaretKey = CaretStep | 'ask' | 'leave';

const BY: Record<string, CaretStep['by']> = {
	ArrowRight: 'word',
	ArrowLeft: 'word',
	ArrowDown: 'sentence',
	ArrowUp: 'sentence',
	PageDown: 'paragraph',
	PageUp: 'paragraph'
};

/** Reads a key: arrows and Page keys move, with Shift they choose more, Enter or Q asks, Escape leaves. */
export function caretKey(event: KeyboardEvent, isRightToLeft: boolean): CaretKey | undefined {
	const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
	if (metaKey || altKey || ctrlKey) return undefined;
	if (key === 'Enter' || key === 'q') return 'ask';
	if (key === 'Escape') return 'leave';
	const by = BY[key];
	if (!by) return undefined;
	const ahead = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
	return { by, forward: [ahead, 'ArrowDown', 'PageDown'].includes(key), extend: shiftKey };
}
