#!/bin/sh
# For containers what ./kim up does on one machine: the topics of the public events. Repeatable.
set -eu
create() {
    name=$1
    shift
    /opt/kafka/bin/kafka-topics.sh --bootstrap-server "$bootstrap" --create --if-not-exists --topic "$name" --partitions 6 "$@"
}
bootstrap=$1
for topic in kim.referrals kim.courses kim.allocations kim.notifications kim.rulebook; do
    create "$topic" --config retention.ms=-1 --config retention.bytes=-1
done
create kim.profiles --config cleanup.policy=compact --config max.compaction.lag.ms=86400000 \
    --config delete.retention.ms=31536000000
