type BadgeHost = Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;

/** Shows on the app's icon how many cards are left today, where the device can. */
export async function showBadge(count: number, host: BadgeHost = navigator): Promise<void> {
	try {
		if (count > 0) await host.setAppBadge?.(count);
		else await host.clearAppBadge?.();
	} catch {
		// An icon without a number is no fault worth telling.
	}
}
