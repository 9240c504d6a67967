import { isTest } from '#lib/domain/classroom/handout-state.ts';
import { closedFact } from '#lib/domain/classroom/withhold.ts';
import type { FactId } from '#lib/bank/types.ts';
import type { App } from '#lib/state/app.svelte.ts';
import type { HandoutRow } from '#lib/storage/class-rows.ts';
import { HandoutRepository } from '#lib/storage/handout-repository.ts';
import { versionsOf } from '#lib/storage/handout-versions.ts';

/** What of the app closing needs. */
export type ClosingApp = Pick<App, 'database' | 'library' | 'settings' | 'set' | 'now'>;

/** Open until it closes for the pupil who sits it here, where that is known. */
function isOpenTest({ handout, released, pupil }: HandoutRow, now: number): boolean {
	const closesAt = pupil?.closesAt ?? handout.rules.closesAt ?? Infinity;
	return isTest(handout) && released === undefined && now < closesAt;
}

/**
 * Closes the facts of every Test that is open on this device, and opens those of others again: Reports,
 * Quiz and cards tell and ask nothing of them until the Test is over. Call it whenever one came, went or
 * was released.
 */
export async function closeTestedFacts(app: ClosingApp): Promise<void> {
	const handouts = await new HandoutRepository(app.database).all();
	const open = handouts.filter((row) => isOpenTest(row, app.now()));
	const given = open.flatMap((row) => versionsOf(row));
	const hashes = new Set(given.flatMap(({ handout }) => handout.closedFacts));
	if (hashes.size > 0 !== (app.settings.hasTests ?? false))
		await app.set({ hasTests: hashes.size > 0 });
	await app.library.close(hashes.size === 0 ? undefined : (ids) => closedAmong(ids, hashes));
}

async function closedAmong(
	ids: readonly FactId[],
	hashes: ReadonlySet<string>
): Promise<ReadonlySet<FactId>> {
	// Browsers withhold cryptography on insecure origins: what cannot be told apart stays closed.
	if (!(crypto.subtle as SubtleCrypto | undefined)) return new Set(ids);
	const named = await Promise.all(ids.map((id) => closedFact(crypto, id)));
	return new Set(ids.filter((_, i) => hashes.has(named[i] ?? '')));
}
