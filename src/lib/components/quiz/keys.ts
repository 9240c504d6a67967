import type { Form } from '#lib/bank/types.ts';

/** What a key asks for while a sitting is open. */
export type KeyAction =
	| { do: 'enter' }
	| { do: 'choose'; option: number }
	| { do: 'judge'; says: boolean }
	| { do: 'turn'; by: 1 | -1 }
	| { do: 'flag' }
	| { do: 'help' };

/** What a key's meaning hangs on. */
export interface KeyPlace {
	form: Form;
	isExam: boolean;
}

const LETTERS = 'abcdefgh';

/** What a pressed key asks for; nothing where it belongs to the field, button or dialog it was pressed in. */
export function keyAction(event: KeyboardEvent, place: KeyPlace): KeyAction | undefined {
	const target = event.target instanceof Element ? event.target : undefined;
	if (isSpokenFor(event, target)) return undefined;
	if (event.key === 'Enter') return enter(event, target);
	if (event.key === '?') return { do: 'help' };
	const turn = place.isExam ? examKey(event, target, place) : undefined;
	return turn ?? answerKey(event.key, place.form);
}

function isSpokenFor(event: KeyboardEvent, target: Element | undefined): boolean {
	if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return true;
	return !!target?.closest('dialog, select, textarea, input:not([type="radio"])');
}

function enter(event: KeyboardEvent, target: Element | undefined): KeyAction | undefined {
	if (event.repeat || target?.closest('a, button, summary')) return undefined;
	return { do: 'enter' };
}

function examKey(
	{ key, shiftKey }: KeyboardEvent,
	target: Element | undefined,
	{ form }: KeyPlace
): KeyAction | undefined {
	const isRadio = target?.matches('input') ?? false;
	if (key === 'ArrowRight' && !isRadio) return { do: 'turn', by: 1 };
	if (key === 'ArrowLeft' && !isRadio) return { do: 'turn', by: -1 };
	if (key.toLowerCase() === 'f' && (shiftKey || form !== 'true-false')) return { do: 'flag' };
	return undefined;
}

function answerKey(key: string, form: Form): KeyAction | undefined {
	const letter = key.toLowerCase();
	if (form === 'true-false' && (letter === 't' || letter === 'f'))
		return { do: 'judge', says: letter === 't' };
	if (form !== 'choose') return undefined;
	const option = optionNo(letter);
	return option < 0 ? undefined : { do: 'choose', option };
}

function optionNo(key: string): number {
	if (/^[1-8]$/.test(key)) return Number(key) - 1;
	return key.length === 1 ? LETTERS.indexOf(key) : -1;
}
