FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
# What decides about the packages comes first: as long as it stays the same, the restored layer is used again.
COPY Directory.Build.props Directory.Packages.props BannedSymbols.txt .editorconfig ./
COPY build build
COPY MusicTimeMachine/MusicTimeMachine.csproj MusicTimeMachine/
RUN dotnet restore MusicTimeMachine
COPY appsettings.json ./
COPY MusicTimeMachine MusicTimeMachine
RUN dotnet publish MusicTimeMachine -c Release -o /app --no-restore -p:UseAppHost=false

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
COPY --chmod=755 scripts/healthcheck.sh /usr/local/bin/healthcheck
# The database is another container (see compose.yaml): ConnectionStrings__MusicTimeMachine says where.
RUN mkdir /data && chown "$APP_UID" /data
ENV URLS=http://+:8080 \
    DataDirectory=/data
VOLUME /data
EXPOSE 8080
USER $APP_UID
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 CMD ["healthcheck", "8080"]
ENTRYPOINT ["dotnet", "MusicTimeMachine.dll"]
