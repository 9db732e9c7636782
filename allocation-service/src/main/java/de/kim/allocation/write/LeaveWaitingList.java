package de.kim.allocation.write;

import java.util.UUID;

/** The referral ended: its offer is taken back, its place is freed. */
public record LeaveWaitingList(UUID referralId) {}
