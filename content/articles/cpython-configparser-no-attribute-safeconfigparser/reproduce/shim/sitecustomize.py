import configparser

configparser.SafeConfigParser = configparser.ConfigParser
configparser.ConfigParser.readfp = configparser.ConfigParser.read_file
