import { openStore } from '#lib/server/store/open-store.ts';
import { answers } from '#lib/server/store/schema.ts';

/**
 * A process of its own that opens the store in the folder CLASS_DATA, writes one answer after the other,
 * two rows a transaction, and tells each number once it is committed. It is there to be killed.
 */
const opened = await openStore(process.env);
if (!opened.ok) {
	console.info(JSON.stringify(opened.problem));
	process.exit(3);
}
const store = opened.value;
for (let seq = 1; ; seq++) {
	const row = (attemptId: string) => ({
		classId: '01890000-0000-7000-8000-000000000001',
		attemptId,
		seq,
		itemNo: 0,
		body: '{}',
		arrivedAt: seq
	});
	await store.transact(async (database) => {
		await database.insert(answers).values(row('01890000-0000-7000-8000-00000000000a'));
		await database.insert(answers).values(row('01890000-0000-7000-8000-00000000000b'));
	});
	process.stdout.write(`${seq}\n`);
}
