package de.kim.events;

/** On what legal basis somebody may or must attend (AufenthG §§ 44, 44a; IntV § 5a; BVFG § 9). */
public enum LegalBasis {
    /** Claim after the first residence title, § 44(1) AufenthG. */
    ENTITLED_44_1,
    /** Obliged by the Ausländerbehörde, § 44a(1) Nr. 1 and 3 AufenthG. */
    OBLIGED_ABH,
    /** Obliged by the Jobcenter, § 44a(1) Nr. 2 AufenthG with § 15a SGB II. */
    OBLIGED_JOBCENTER,
    /** Stands in the Kooperationsplan, § 5a IntV. */
    COOPERATION_PLAN_5A,
    /** Obliged under § 44a(1) Nr. 4 AufenthG with § 5b AsylbLG, from age 18. */
    OBLIGED_ASYLBLG,
    /** Admitted by the BAMF within free places, § 44(4) AufenthG; no new ones since 2026-02-09. */
    ADMITTED_44_4,
    /** Spätaussiedler, § 9 BVFG. */
    RESETTLER_BVFG_9,
    /** No entitlement; pays for the course. */
    SELF_PAYER
}
