using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MusicTimeMachine.Data.Configurations;

/// <summary>Enumerations whose values are read in the database as lower-case words, with the check that goes with them.</summary>
internal static class WordConverter
{
    /// <summary>Stores the enumeration as its name in lower case.</summary>
    public static PropertyBuilder<TEnum> AsWord<TEnum>(this PropertyBuilder<TEnum> property) where TEnum : struct, Enum
    {
        property.HasConversion(new ValueConverter<TEnum, string>(value => value.ToString().ToLowerInvariant(), word => Enum.Parse<TEnum>(word, ignoreCase: true)));
        property.HasMaxLength(16);
        return property;
    }

    /// <summary>Stores the enumeration as its name in lower case, or null.</summary>
    public static PropertyBuilder<TEnum?> AsWord<TEnum>(this PropertyBuilder<TEnum?> property) where TEnum : struct, Enum
    {
        property.HasConversion(new ValueConverter<TEnum?, string?>(
            value => value == null ? null : value.Value.ToString().ToLowerInvariant(),
            word => word == null ? null : Enum.Parse<TEnum>(word, ignoreCase: true)));
        property.HasMaxLength(16);
        return property;
    }

    /// <summary>A check that the column holds one of the enumeration's words.</summary>
    public static TableBuilder<TEntity> HasWordCheck<TEntity, TEnum>(this TableBuilder<TEntity> table, string name, string column)
        where TEntity : class where TEnum : struct, Enum
    {
        var words = string.Join(", ", Enum.GetNames<TEnum>().Select(word => $"'{word.ToLowerInvariant()}'"));
        table.HasCheckConstraint(name, $"{column} in ({words})");
        return table;
    }
}
