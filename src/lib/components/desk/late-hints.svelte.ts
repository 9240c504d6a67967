import type { Hint } from '#lib/domain/desk/live-checks.ts';
import type { DeskWork } from '#lib/state/desk-work.svelte.ts';

const CHECK_AFTER_MS = 150;

/**
 * What there is to see to on a desk, a moment after the last change; `looking` says what is looked at, or
 * nothing while nobody does.
 */
export function lateHints(
	working: () => DeskWork,
	looking: () => (() => Hint[]) | undefined
): { readonly current: Hint[] } {
	let hints = $state.raw<Hint[]>([]);
	$effect(() => {
		const look = looking();
		if (!look) return undefined;
		// All parts of the desk count: names, too, and questions that ask the same.
		const work = working();
		void [work.desk, work.names];
		const timer = setTimeout(() => (hints = look()), CHECK_AFTER_MS);
		return () => clearTimeout(timer);
	});
	return {
		get current() {
			return hints;
		}
	};
}
