package de.kim.local.service;

import de.kim.local.Installation;
import java.nio.file.Path;
import java.util.List;

/** The services there are. */
public final class Services {
    /** The service that keeps people's contact data, which only notification reads from it. */
    public static final Service REFERRAL = new Service("referral-service", "referral");

    public static final Service COURSE_CATALOG =
            new Service("course-catalog-service", "course_catalog");
    public static final Service ALLOCATION = new Service("allocation-service", "allocation");
    public static final Service NOTIFICATION = new Service("notification-service", "notification");
    public static final Service REPORTING = new Service("reporting-service", "reporting");

    /** All of them, in the order of the road of a referral. */
    public static final List<Service> ALL =
            List.of(REFERRAL, COURSE_CATALOG, ALLOCATION, NOTIFICATION, REPORTING);

    private Services() {}

    /** The built jar of a service. */
    public static Path jar(Service service, Installation installation) {
        return ServiceJar.built(service, installation);
    }
}
