package de.kim.catalog.write;

import java.util.UUID;

/** Everything that can be asked of a course. */
public sealed interface CourseCommand
        permits ScheduleCourse,
                RescheduleCourse,
                ChangeHelpLanguages,
                ChangePlaces,
                ConfirmPlaces,
                StartCourse,
                CancelCourse,
                CompleteCourse {
    UUID courseId();
}
