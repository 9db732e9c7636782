# One image for each service:  docker build --build-arg MODULE=allocation-service -t kim/allocation-service .
# The build stage is the same for all of them, so its layers are built once.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /kim
COPY . .
RUN ./mvnw -q -B package -DskipTests -Dspotless.check.skip=true -Dcyclonedx.skip=true

FROM build AS unpack
ARG MODULE
RUN cp ${MODULE}/target/${MODULE}-*.jar service.jar \
 && java -Djarmode=tools -jar service.jar extract --destination /service

FROM eclipse-temurin:25-jre
RUN useradd --system --no-create-home kim && install --directory --owner=kim --mode=700 /keys /ledger
WORKDIR /service
COPY --from=unpack /service/ ./
USER kim
EXPOSE 8080
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=75", "-XX:+ExitOnOutOfMemoryError", "-Dspring.aot.enabled=true", "-jar", "service.jar"]
