using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace MusicTimeMachine.Data;

/// <summary>
/// Names tables, columns, keys and indexes in snake case, so that SQL written by hand needs no quotes.
/// Delete it when EFCore.NamingConventions restores in a current version.
/// </summary>
internal sealed class SnakeCaseConvention : IModelFinalizingConvention
{
    /// <inheritdoc />
    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        foreach (var entity in modelBuilder.Metadata.GetEntityTypes())
        {
            if (entity.GetTableName() is { } table) entity.SetTableName(ToSnakeCase(table));
            foreach (var property in entity.GetProperties()) property.SetColumnName(ToSnakeCase(property.GetColumnName()));
            foreach (var key in entity.GetKeys()) key.SetName(Lower(key.GetName()));
            foreach (var foreignKey in entity.GetForeignKeys()) foreignKey.SetConstraintName(Lower(foreignKey.GetConstraintName()));
            foreach (var index in entity.GetIndexes()) index.SetDatabaseName(Lower(index.GetDatabaseName()));
        }
    }

    private static string? Lower(string? name) => name is null ? null : ToSnakeCase(name);

    /// <summary>"MsPlayed" becomes "ms_played", "PK_UserTracks" becomes "pk_user_tracks".</summary>
    internal static string ToSnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord) result.Append('_');
            result.Append(char.ToLowerInvariant(name[i]));
        }

        return result.ToString();
    }
}
