/** Keeps the screen from going dark, where the browser can, until the returned function is called. */
export function keepAwake(): () => void {
	let lock: WakeLockSentinel | undefined;
	let isOver = false;
	const ask = async () => {
		if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
		// Refused where the battery is low: the screen goes dark as always then.
		const got = await navigator.wakeLock.request('screen').catch(() => undefined);
		if (isOver) await got?.release();
		else lock = got;
	};
	// A hidden page loses its lock.
	const again = () => void ask();
	document.addEventListener('visibilitychange', again);
	again();
	return () => {
		isOver = true;
		document.removeEventListener('visibilitychange', again);
		void lock?.release();
	};
}
