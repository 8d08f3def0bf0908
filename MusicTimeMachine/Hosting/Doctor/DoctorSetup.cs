namespace MusicTimeMachine.Hosting.Doctor;

/// <summary>Registers what the verb <c>doctor</c> looks at that belongs to no feature.</summary>
internal static class DoctorSetup
{
    public static void AddDoctor(this IServiceCollection services)
    {
        services.AddSingleton<IExamination, DatabaseExamination>();
        services.AddSingleton<IExamination, DiskExamination>();
    }
}
